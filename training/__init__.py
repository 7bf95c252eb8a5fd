"""How the models that ship were made: corpora, training, export. Nothing here runs in the program."""
