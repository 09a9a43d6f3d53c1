package cn.wenzheng.triage.text;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Says what words are about, after the examples it was trained from. It never changes: whoever learns more trains
 * another one. What is stored judges exactly like what was trained.
 */
public final class TopicModel {

    private static final int FORMAT = 3;

    /** For so many of the first guesses the words that speak for them are looked up. */
    private static final int REASONED = 3;

    private final Reading reading;
    private final Labels labels;
    private final Judges judges;
    private final Calibration calibration;

    TopicModel(Reading reading, Labels labels, Judges judges, Calibration calibration) {
        this.reading = reading;
        this.labels = labels;
        this.judges = judges;
        this.calibration = calibration;
    }

    /** Learns to tell all labels from each other. */
    public static TopicModel train(List<Labelled> examples) {
        return train(examples, label -> label);
    }

    /**
     * Learns to tell families of labels from each other and then the labels of each: for hundreds of labels.
     *
     * @param family the family of a label, for a topic the field it stands in
     * @throws IllegalArgumentException when the examples have fewer than two labels
     */
    public static TopicModel train(List<Labelled> examples, UnaryOperator<String> family) {
        return new Training(examples, Training.labelsOf(examples, family), Training.HEARD_TWICE, null).model();
    }

    /** All labels, the likeliest first. */
    public List<TopicGuess> rank(Words words) {
        double[][] certainties = byFamily(words);
        List<TopicGuess> guesses = new ArrayList<>();
        for (int family = 0; family < certainties.length; family++) {
            for (int member = 0; member < certainties[family].length; member++) {
                String label = labels.families().get(family).get(member);
                guesses.add(new TopicGuess(label, certainties[family][member], List.of()));
            }
        }
        guesses.sort(
                Comparator.comparingDouble(TopicGuess::certainty).reversed().thenComparing(TopicGuess::label));
        return reasoned(words, guesses);
    }

    /** How certain it is of one label it knows. */
    double certainty(Words words, String label) {
        int family = labels.familyOf(label);
        int member = labels.families().get(family).indexOf(label);
        return byFamily(words)[family][member];
    }

    /** Of a text without sense nothing is likelier than anything else. */
    private double[][] byFamily(Words words) {
        double[][] certainties = calibration.certainties(judges.scores(reading.row(words)));
        double sense = Sense.of(words);
        double alike = (1 - sense) / labels.all().size();
        for (double[] family : certainties) {
            for (int at = 0; at < family.length; at++) {
                family[at] = family[at] * sense + alike;
            }
        }
        return certainties;
    }

    private List<TopicGuess> reasoned(Words words, List<TopicGuess> guesses) {
        Reasons reasons = new Reasons(reading.runs(), words);
        for (int at = 0; at < Math.min(REASONED, guesses.size()); at++) {
            TopicGuess guess = guesses.get(at);
            int family = labels.familyOf(guess.label());
            int member = labels.families().get(family).indexOf(guess.label());
            List<String> speaks = reasons.strongest(feature -> judges.weight(feature, family, member));
            guesses.set(at, new TopicGuess(guess.label(), guess.certainty(), speaks));
        }
        return List.copyOf(guesses);
    }

    /** All labels it knows, by name. */
    public List<String> labels() {
        return labels.all();
    }

    /**
     * The certainty from which on 97 of 100 guesses were right, on examples the judging model had not seen; above one
     * when there is none.
     */
    public double sureFrom() {
        return calibration.sureFrom();
    }

    public void write(OutputStream stream) throws IOException {
        GZIPOutputStream packed = new GZIPOutputStream(stream, 1 << 16);
        DataOutputStream out = new DataOutputStream(packed);
        write(out);
        out.flush();
        packed.finish();
    }

    private void write(DataOutputStream out) throws IOException {
        out.writeInt(FORMAT);
        labels.write(out);
        reading.write(out);
        judges.write(out);
        calibration.write(out);
    }

    /** @throws IOException when it is no model, or one of another format: then it is to be trained anew */
    public static TopicModel read(InputStream stream) throws IOException {
        return read(new DataInputStream(new BufferedInputStream(new GZIPInputStream(stream))));
    }

    private static TopicModel read(DataInputStream in) throws IOException {
        if (in.readInt() != FORMAT) {
            throw new IOException("The model is stored in another format");
        }
        Labels labels = Labels.read(in);
        Reading reading = Reading.read(in);
        Judges judges = Judges.read(in, labels.families().size());
        return new TopicModel(reading, labels, judges, Calibration.read(in));
    }
}
