package cn.wenzheng.triage.matter;

import java.time.Instant;

/**
 * What is compared of a petition: the words of its headline and of its text apart and together, what of the headline is
 * the matter and what the place, the names of places, and the numbers of houses, lines and years.
 */
record Portrait(
        Weighed headline,
        Weighed text,
        Weighed whole,
        Weighed matter,
        int[] places,
        int[] names,
        int[] headlineNumbers,
        int[] numbers,
        Instant at) {

    static Portrait of(Said said, Commonness commonness) {
        String title =
                said.title() == null || said.title().isBlank() ? PlainWords.firstSentence(said.text()) : said.title();
        String headline = PlainWords.of(title);
        String text = PlainWords.of(said.address() == null ? said.text() : said.text() + " " + said.address());
        String whole = headline + " " + text;
        return new Portrait(
                Weighed.of(Pairs.of(headline), commonness),
                Weighed.of(Pairs.of(text), commonness),
                Weighed.of(Pairs.of(whole), commonness),
                Weighed.of(Pairs.of(Names.without(headline)), commonness),
                Names.proper(headline),
                Names.in(whole),
                Numbers.in(headline),
                Numbers.in(whole),
                said.at());
    }
}
