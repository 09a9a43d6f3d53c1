package cn.wenzheng.petition.matter;

import cn.wenzheng.petition.PetitionCommand;
import org.jspecify.annotations.Nullable;

/** The processes of matters and of their members; kept by room {@code process}, in the caller's transaction. */
public interface MatterProcess {

    /** Starts the process of a matter, which waits until its answer has passed the review. */
    void begin(String matter);

    /** The answer has passed: the matter's process answers its members, a few at a time. */
    void passed(String matter);

    /** Nobody is left to be answered: the matter's process ends. */
    void dissolve(String matter);

    /** Notes in the process of a petition that already runs to which matter it belongs; null for none any more. */
    void mark(String petition, @Nullable String matter);

    /** A member that waited goes on to its call-back. */
    void answered(String petition);

    /** A member that waited goes on to be assigned. */
    void left(String petition);

    /** Gives a petition that is to be assigned to units, in the house's own name. */
    void assign(String petition, PetitionCommand.Assign command);

    /**
     * Ends the call-back of a petitioner who has said himself that the answer has not helped him.
     *
     * @return false when a person has that task in hand, who then decides, or when the petition's process knows no way on
     */
    boolean endCallBack(String petition);
}
