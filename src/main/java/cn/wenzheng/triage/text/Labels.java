package cn.wenzheng.triage.text;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The labels of a model in families: 300 topics are told apart in two steps, first the field and then the topic in it,
 * which costs a twentieth of telling all from all.
 *
 * @param families the labels of each family; a family of one needs no second step
 */
record Labels(List<List<String>> families) {

    static Labels of(Collection<String> labels, UnaryOperator<String> family) {
        TreeMap<String, List<String>> families = new TreeMap<>();
        new TreeSet<>(labels)
                .forEach(label -> families.computeIfAbsent(family.apply(label), name -> new ArrayList<>())
                        .add(label));
        return new Labels(List.copyOf(families.values()));
    }

    int familyOf(String label) {
        for (int family = 0; family < families.size(); family++) {
            if (families.get(family).contains(label)) {
                return family;
            }
        }
        throw new IllegalArgumentException("No family has label " + label);
    }

    List<String> all() {
        return families.stream().flatMap(List::stream).toList();
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(families.size());
        for (List<String> family : families) {
            out.writeInt(family.size());
            for (String label : family) {
                out.writeUTF(label);
            }
        }
    }

    static Labels read(DataInputStream in) throws IOException {
        List<List<String>> families = new ArrayList<>();
        int many = in.readInt();
        for (int family = 0; family < many; family++) {
            List<String> labels = new ArrayList<>();
            int size = in.readInt();
            for (int label = 0; label < size; label++) {
                labels.add(in.readUTF());
            }
            families.add(labels);
        }
        return new Labels(families);
    }
}
