package cn.wenzheng.triage.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The petitions that were written for the product, so that it knows something before anybody has decided anything. */
public final class Samples {

    /** One file for each field of the category tree. */
    private static final List<String> FILES = IntStream.rangeClosed(1, 15)
            .mapToObj("triage/samples/C%02d.csv"::formatted)
            .toList();

    private Samples() {}

    /**
     * One of them.
     *
     * @param category the code of a leaf of the category tree
     * @param kind the code of what the petitioner wants
     * @param urgency the code of the haste
     */
    public record Sample(String category, String kind, String urgency, Words words) {}

    /** Titles and texts apart: what is asked about may be no longer than a title. */
    public static List<Sample> apart() {
        return all().stream().flatMap(Samples::apart).toList();
    }

    private static Stream<Sample> apart(Sample sample) {
        return Stream.concat(
                        Stream.ofNullable(sample.words().title()),
                        Stream.of(sample.words().text()))
                .map(words -> new Sample(sample.category(), sample.kind(), sample.urgency(), Words.of(words)));
    }

    public static List<Sample> all() {
        List<Sample> samples = new ArrayList<>();
        for (String file : FILES) {
            CsvResource.records(file)
                    .forEach(row -> samples.add(new Sample(
                            row.get("category"),
                            row.get("kind"),
                            row.get("urgency"),
                            new Words(row.get("title"), row.get("text")))));
        }
        return samples;
    }
}
