"""What is true of a language: detection, sentences, quotation marks; words as data per language."""

from wortlaut.languages.data import load
from wortlaut.languages.detect import SUPPORTED, detect
from wortlaut.languages.passage import Passage, Quotation, Sentence, Token, passage, tokens_in

__all__ = ["SUPPORTED", "Passage", "Quotation", "Sentence", "Token", "detect", "load", "passage", "tokens_in"]
