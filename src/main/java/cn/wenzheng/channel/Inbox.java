package cn.wenzheng.channel;

import cn.wenzheng.petition.Receipt;

/** Takes in what comes by a door of its own, whose sender waits for his number; kept by the post office. */
public interface Inbox {

    /**
     * Takes an item in, once, in the caller's transaction when there is one.
     *
     * @return of the petition that the item is, or belongs to; the same id with the same words is the same petition
     * @throws cn.wenzheng.organization.Refusal when it has the id of an earlier one and says something else
     */
    Receipt take(Account account, Inbound item);
}
