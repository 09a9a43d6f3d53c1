package cn.wenzheng.triage.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Hears whether a life is in danger now: gas, a live wire, an open manhole, a fire, somebody who wants to die or is
 * trapped. It rather errs on the side of danger: an operator sees at a glance that a soup was meant, but nobody sees a
 * danger that stands at the end of the list.
 */
public final class Dangers {

    private static final String DANGER = "danger";

    private static final String NONE = "none";

    /** Longer texts are heard at their beginning and their end, where whoever is in danger says so. */
    private static final int HEARD = 1500;

    /** The look-alikes are few beside the samples, of which hardly any is about danger; so often each counts. */
    private static final int TIMES = 4;

    private static final double FROM = 0.05;

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
        List<Labelled> examples = new ArrayList<>();
        CsvResource.records("triage/dangers.csv")
                .forEach(row -> examples.addAll(Collections.nCopies(
                        TIMES, example(row.get("text"), row.get("danger").equals("true")))));
        Samples.all()
                .forEach(sample -> examples.add(
                        example(sample.words().all(), sample.urgency().equals("life"))));
        this.model = TopicModel.train(examples);
    }

    private Labelled example(String text, boolean danger) {
        return new Labelled(marked(text), danger ? DANGER : NONE);
    }

    private Words marked(String text) {
        String heard = text.length() <= HEARD
                ? text
                : text.substring(0, HEARD - HEARD / 3) + text.substring(text.length() - HEARD / 3);
        return signs.marked(heard);
    }

    public Heard hear(Words words) {
        double certainty = model.rank(marked(words.all())).stream()
                .filter(guess -> guess.label().equals(DANGER))
                .findFirst()
                .map(TopicGuess::certainty)
                .orElse(0.0);
        boolean danger = certainty >= FROM;
        return new Heard(danger, certainty, danger ? signs.words(words.all()) : List.of());
    }
}
