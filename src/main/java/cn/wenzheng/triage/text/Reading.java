package cn.wenzheng.triage.text;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a model reads a text.
 *
 * @param runs the runs of signs it looks for
 * @param forethought what is thought of a text beforehand; null for a model that learns from the house's own samples, which
 *     would only hear itself
 */
record Reading(Vocabulary runs, @Nullable Forethought forethought) {

    Row row(Words words) {
        Row row = runs.row(words);
        return forethought == null ? row : Row.of(List.of(row, forethought.row(words, runs.size())));
    }

    int features() {
        return runs.size() + (forethought == null ? 0 : forethought.fields());
    }

    /** The same, each run with so many times its weight. */
    Reading weighed(float[] times) {
        return new Reading(runs.weighed(times), forethought);
    }

    void write(DataOutputStream out) throws IOException {
        runs.write(out);
        out.writeBoolean(forethought != null);
        if (forethought != null) {
            forethought.write(out);
        }
    }

    static Reading read(DataInputStream in) throws IOException {
        Vocabulary runs = Vocabulary.read(in);
        return new Reading(runs, in.readBoolean() ? Forethought.read(in) : null);
    }
}
