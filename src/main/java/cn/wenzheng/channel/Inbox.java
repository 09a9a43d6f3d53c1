package cn.wenzheng.channel;

/** Takes in what comes by a door of its own, which is no platform's callback; kept by the post office. */
public interface Inbox {

    /**
     * Takes an item in, once, in the caller's transaction when there is one.
     *
     * @return the number of the petition that the item is, or belongs to; of an item that was there before, the same as then
     */
    String take(Account account, Inbound item);
}
