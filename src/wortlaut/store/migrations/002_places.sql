CREATE TABLE place (
  place TEXT NOT NULL,
  report TEXT NOT NULL,
  PRIMARY KEY (place)
);
CREATE INDEX place_by_report ON place (report);
