package cn.wenzheng.triage.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Hears whether a life is in danger now: gas, a live wire, an open manhole, a fire, somebody who wants to die or is
 * trapped. It rather errs on the side of danger: an operator sees at a glance that a soup was meant, but nobody sees a
 * danger that stands at the end of the list.
 */
public final class Dangers {

    private static final List<String> FILES = List.of("triage/dangers.csv", "triage/danger-cases.csv");

    /** Longer texts are heard at their beginning and their end, where whoever is in danger says so. */
    private static final int HEARD = 1500;

    /** The samples show what petitions are like; hardly any is about danger, so that each of these counts as many. */
    private static final int TIMES = 4;

    private final DangerSigns signs = new DangerSigns();
    private final DangerTraining.Learnt learnt;

    /**
     * How a text sounds.
     *
     * @param certainty from 0 to 1 that a life is in danger
     * @param speaks the words that say so; empty when it is not
     */
    public record Heard(boolean danger, double certainty, List<String> speaks) {}

    public Dangers() {
        this.learnt = new DangerTraining(examples(), signs).learnt();
    }

    private static List<DangerTraining.Example> examples() {
        List<DangerTraining.Example> examples = new ArrayList<>();
        FILES.forEach(file -> CsvResource.records(file).forEach(row -> {
            boolean danger = row.get("danger").equals("true");
            var example = new DangerTraining.Example(heard(row.get("text")), danger, TIMES, true);
            examples.add(example);
            List<String> harmless = danger ? List.of() : DangerJudge.pieces(example.text());
            harmless.forEach(piece -> examples.add(example.part(piece, TIMES / 2)));
        }));
        examples.addAll(samples());
        return examples;
    }

    /** Without the urgent ones: some are a danger to life, and nobody said which. */
    private static List<DangerTraining.Example> samples() {
        return Samples.all().stream()
                .filter(sample -> !sample.urgency().equals("urgent"))
                .map(sample -> new DangerTraining.Example(
                        heard(sample.words().all()), sample.urgency().equals("life"), 1, false))
                .toList();
    }

    private static String heard(String text) {
        return text.length() <= HEARD
                ? text
                : text.substring(0, HEARD - HEARD / 3) + text.substring(text.length() - HEARD / 3);
    }

    /** As certain as of the text as a whole or of what sounds worst in it. */
    public Heard hear(Words words) {
        String text = heard(words.all());
        double score = learnt.judge().score(text);
        boolean danger = score >= learnt.from();
        double certainty = learnt.certainty().certainties(new double[] {score, -score})[0];
        return new Heard(danger, certainty, danger ? signs.words(text) : List.of());
    }
}
