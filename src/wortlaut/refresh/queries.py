"""What is asked of Wikidata for one country, as SPARQL; docs/actors.md explains each query."""

from __future__ import annotations

LANGUAGES = ("de", "en", "ru", "uk", "ar", "zh", "ja", "ko", "he", "el", "fa")
TOPICS = ("offices", "parties", "ministries", "media")

_SINCE = "2010-01-01T00:00:00Z"
# words of English labels of offices that are asked for; which role each is, answers.py tells
_OFFICES = (
    "minister|secretary of|chancellor|attorney general|speaker of|central bank|spokes|"
    "ambassador to the united nations"
)
_TIME = """
  OPTIONAL {{ ?{of} pqv:P580 [ wikibase:timeValue ?start ; wikibase:timePrecision ?startExact ] }}
  OPTIONAL {{ ?{of} pqv:P582 [ wikibase:timeValue ?end ; wikibase:timePrecision ?endExact ] }}"""

_QUERIES = {
    "offices": """SELECT DISTINCT
  ?actor ?office ?officeName ?head ?start ?startExact ?end ?endExact ?gender {names}
WHERE {{
  {{ wd:{country} wdt:P1906 ?office . BIND("president" AS ?head) }}
  UNION {{ wd:{country} wdt:P1313 ?office . BIND("premier" AS ?head) }}
  UNION {{ ?office wdt:P1001 wd:{country} }}
  ?office rdfs:label ?officeName . FILTER(LANG(?officeName) = "en")
  FILTER(BOUND(?head) || REGEX(?officeName, "{offices}", "i"))
  ?actor p:P39 ?held . ?held ps:P39 ?office . MINUS {{ ?held wikibase:rank wikibase:DeprecatedRank }}{held}
  FILTER(!BOUND(?end) || ?end >= "{since}"^^xsd:dateTime)
  OPTIONAL {{ ?actor wdt:P21 ?gender }}{labels}
}}""",
    "parties": """SELECT DISTINCT ?actor ?party ?partyName ?start ?startExact ?end ?endExact ?gender {names}
WHERE {{
  ?party wdt:P31/wdt:P279* wd:Q7278 ; wdt:P17 wd:{country} ; rdfs:label ?partyName .
  FILTER(LANG(?partyName) = "en") FILTER NOT EXISTS {{ ?party wdt:P576 ?gone }}
  {{ BIND(?party AS ?actor) }}
  UNION {{ ?party p:P488 ?led . ?led ps:P488 ?actor .{led}
    FILTER(!BOUND(?end) || ?end >= "{since}"^^xsd:dateTime) OPTIONAL {{ ?actor wdt:P21 ?gender }} }}{labels}
}}""",
    "ministries": """SELECT DISTINCT ?actor ?website {names} WHERE {{
  ?actor wdt:P31/wdt:P279* wd:Q192350 ; wdt:P17|wdt:P1001 wd:{country} .
  FILTER NOT EXISTS {{ ?actor wdt:P576 ?gone }}
  OPTIONAL {{ ?actor wdt:P856 ?website }}{labels}
}}""",
    "media": """SELECT DISTINCT ?actor ?agency ?website {names} WHERE {{
  VALUES (?class ?agency) {{ (wd:Q192283 "agency") (wd:Q11032 "outlet") (wd:Q15265344 "outlet") }}
  ?actor wdt:P31/wdt:P279* ?class ; wdt:P17 wd:{country} ; wdt:P856 ?website .
  FILTER NOT EXISTS {{ ?actor wdt:P576 ?gone }}{labels}
}}""",
}  # fmt: skip


def query(topic: str, country: str) -> str:
    """The query of ``topic`` for the country with this Wikidata number."""
    labels = "".join(
        f'\n  OPTIONAL {{ ?actor rdfs:label ?{code} . FILTER(LANG(?{code}) = "{code}") }}'
        for code in LANGUAGES
    )
    return _QUERIES[topic].format(
        country=country,
        names=" ".join(f"?{code}" for code in LANGUAGES),
        labels=labels,
        offices=_OFFICES,
        since=_SINCE,
        held=_TIME.format(of="held"),
        led=_TIME.format(of="led"),
    )
