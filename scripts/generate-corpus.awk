# Writes a corpus of figures whose measures are made of the words that it reads, one a line.
# usage: awk -v figures=N -v works=N -v folder=FOLDER -f scripts/generate-corpus.awk <WORDS
function draw(n) { # a pseudo-random number below n, the same on every machine (Park and Miller's generator, 1988)
    seed = (seed * 16807) % 2147483647
    return seed % n
}
{ word[words++] = $1 }
END {
    seed = 42
    for (i = 0; i < figures; ++i) {
        work = "work-" i % works
        printf "[[figure]]\nid = \"generated.%d\"\nplace = \"Australia\"\nwork = \"%s\"\n", i, work > (folder "/figures.toml")
        printf "measure = \"%s %s %s\"\n", word[draw(words)], word[draw(words)], word[draw(words)] > (folder "/figures.toml")
        printf "population = \"%s\"\n", word[draw(words)] > (folder "/figures.toml")
        printf "[[figure.statement]]\nvalue = \"%d.%d%%\"\nwork = \"%s\"\n", 1 + draw(98), draw(10), work > (folder "/figures.toml")
    }
    for (i = 0; i < works; ++i)
        printf "%s{\"id\":\"work-%d\",\"type\":\"report\",\"title\":\"Generated study number %d\",\"author\":[{\"family\":\"Author%d\"}],\"issued\":{\"date-parts\":[[%d]]}}\n",
            i ? "," : "[", i, i, i, 1980 + i % 40 > (folder "/works.json")
    print "]" > (folder "/works.json")
}
