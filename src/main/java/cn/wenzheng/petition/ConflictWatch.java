package cn.wenzheng.petition;

/** Knows whom a petition complains about; kept by room {@code triage}. */
public interface ConflictWatch {

    /** True when the petition is about the unit or its people: it must not be the only one to look into it. */
    boolean isAbout(String petition, String unit);
}
