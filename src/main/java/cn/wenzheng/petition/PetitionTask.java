package cn.wenzheng.petition;

/** The tasks of a petition's process, under the names the diagram and the API use. */
public enum PetitionTask {
    ACCEPT_PETITION("AcceptPetition"),
    ASSIGN_PETITION("AssignPetition"),
    ARBITRATE_PETITION("ArbitratePetition"),
    HANDLE_PETITION("HandlePetition"),
    REVIEW_PETITION("ReviewPetition"),
    CLOSE_PETITION("ClosePetition");

    private final String word;

    PetitionTask(String word) {
        this.word = word;
    }

    /** The word in the diagram, for example {@code AcceptPetition}. */
    public String word() {
        return word;
    }
}
