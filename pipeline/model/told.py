"""A fault that is told to a person."""


class Told(Exception):
    """Why something cannot be done, and what to do: a sentence in English with its facts in braces, and the facts.

    `str()` gives it in English; the command line says it in the language of who reads it.

    >>> str(Told("{path} does not exist", path="a.docx"))
    'a.docx does not exist'
    """

    def __init__(self, text: str, /, **facts: object):
        super().__init__(text.format(**facts) if facts else text)
        self.text, self.facts = text, facts
