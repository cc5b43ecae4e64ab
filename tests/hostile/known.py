"""A theatre and the language packs, read by whoever imports this, so that processes forked from it need not read them."""

from whoheld import geodata, lang

geodata.theatre("syria")
for code in lang.languages():
    lang.phrases(code)
