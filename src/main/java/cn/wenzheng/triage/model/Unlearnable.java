package cn.wenzheng.triage.model;

import cn.wenzheng.organization.Refusal;
import java.util.List;

/** A training that cannot be: the reason, and the labels that the tree does not know. */
final class Unlearnable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final transient List<String> unknownLabels;

    Unlearnable(Refusal refusal, List<String> unknownLabels) {
        super(refusal);
        this.refusal = refusal;
        this.unknownLabels = List.copyOf(unknownLabels);
    }

    Refusal refusal() {
        return refusal;
    }

    List<String> unknownLabels() {
        return unknownLabels;
    }
}
