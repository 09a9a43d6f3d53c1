package cn.wenzheng.channel.inbox;

/** What became of an item; its name stands in {@code inbound_message.outcome}. */
enum Fate {
    /** A petition of its own. */
    PETITION,
    /** Words of the citizen on the timeline of a petition in hand. */
    ADDED,
    /** It has moved a reply window and is nothing else. */
    EVENT,
    /** It passes on what is a case already. */
    REPOST,
    /** The same act of the same person is a case already, by another account or as the other half of it. */
    SHARED,
    /** One of our own accounts has said it: the city files no petitions with itself. */
    OWN,
    /** It could not be taken in even alone; its words are kept. */
    FAILED
}
