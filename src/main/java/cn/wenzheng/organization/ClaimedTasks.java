package cn.wenzheng.organization;

/** The tasks people have taken on; kept by room {@code process}. */
public interface ClaimedTasks {

    /**
     * Gives back to the unit what the person holds and may no longer work on, in the caller's transaction.
     *
     * @param person as he is from now on; without a role he gives everything back
     * @param actor in whose name it is done
     */
    void giveBack(Person person, Actor actor);
}
