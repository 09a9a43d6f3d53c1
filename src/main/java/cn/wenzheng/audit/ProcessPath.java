package cn.wenzheng.audit;

import java.util.Optional;
import java.util.Set;

/** The way a petition took through its diagram; told by room {@code process}. */
public interface ProcessPath {

    /**
     * A diagram and what of it was passed.
     *
     * @param model the BPMN document
     * @param taken ids of finished activities and of the flows between them
     * @param current ids of the activities it stands at now
     */
    record Path(String model, Set<String> taken, Set<String> current) {}

    /** The petition's path; empty when the engine knows no such petition. */
    Optional<Path> of(String petition);
}
