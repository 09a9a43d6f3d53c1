package cn.wenzheng.triage.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Hears whether a life is in danger now: gas, a live wire, an open manhole, a fire, somebody who wants to die or is
 * trapped. It rather errs on the side of danger: an operator sees at a glance that a soup was meant, but nobody sees a
 * danger that stands at the end of the list.
 */
public final class Dangers {

    private static final String DANGER = "danger";

    private static final String NONE = "none";

    private static final List<String> FILES = List.of("triage/dangers.csv", "triage/danger-cases.csv");

    /** Longer texts are heard at their beginning and their end, where whoever is in danger says so. */
    private static final int HEARD = 1500;

    /** The look-alikes are few beside the samples, of which hardly any is about danger; so often each counts. */
    private static final int TIMES = 2;

    /** Chosen on texts that the judging model had not seen. */
    private static final double FROM = 0.1;

    /** Somebody complains about his rent and says in the midst of it that the wall is falling. */
    private static final Pattern SENTENCES = Pattern.compile("(?<=[。！？；!?;\n])");

    /** A shorter text is heard as a whole. */
    private static final int SHORT = 50;

    private final DangerSigns signs = new DangerSigns();
    private final TopicModel model;

    /**
     * How a text sounds.
     *
     * @param certainty from 0 to 1 that a life is in danger
     * @param speaks the words that say so; empty when it is not
     */
    public record Heard(boolean danger, double certainty, List<String> speaks) {}

    public Dangers() {
        this.model = TopicModel.train(examples());
    }

    private List<Labelled> examples() {
        List<Labelled> examples = new ArrayList<>();
        for (String file : FILES) {
            CsvResource.records(file).forEach(row -> {
                boolean danger = row.get("danger").equals("true");
                examples.addAll(Collections.nCopies(TIMES, example(row.get("text"), danger)));
                if (!danger) {
                    pieces(row.get("text")).forEach(piece -> examples.add(example(piece, false)));
                }
            });
        }
        Samples.all()
                .forEach(sample -> examples.add(
                        example(sample.words().all(), sample.urgency().equals("life"))));
        return examples;
    }

    private Labelled example(String text, boolean danger) {
        return new Labelled(signs.marked(heard(text)), danger ? DANGER : NONE);
    }

    private static String heard(String text) {
        return text.length() <= HEARD
                ? text
                : text.substring(0, HEARD - HEARD / 3) + text.substring(text.length() - HEARD / 3);
    }

    /** Each sentence of a longer text with the one behind it. */
    private static List<String> pieces(String text) {
        String[] sentences = text.length() < SHORT ? new String[0] : SENTENCES.split(text);
        return IntStream.range(0, sentences.length < 3 ? 0 : sentences.length)
                .mapToObj(at -> sentences[at] + (at + 1 < sentences.length ? sentences[at + 1] : ""))
                .toList();
    }

    /** As certain as of the text as a whole or of what sounds worst in it. */
    public Heard hear(Words words) {
        String text = heard(words.all());
        double certainty = Stream.concat(Stream.of(text), pieces(text).stream())
                .mapToDouble(piece -> model.certainty(signs.marked(piece), DANGER))
                .max()
                .orElse(0);
        boolean danger = certainty >= FROM;
        return new Heard(danger, certainty, danger ? signs.words(text) : List.of());
    }
}
