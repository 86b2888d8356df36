"""From text to tokens, sentences, parse and names; the only place that builds a spaCy pipeline."""

from recoupe.annotate import spacy_alone as spacy_alone  # before any other module here imports spaCy
