package cn.wenzheng.petition;

import java.util.List;
import java.util.Optional;

/** Knows whom petitions complain about; kept by room {@code triage}. */
public interface ConflictWatch {

    /** The first of the petitions that is about the unit or its people: the unit must not be the only one to look into it. */
    Optional<String> firstAbout(List<String> petitions, String unit);
}
