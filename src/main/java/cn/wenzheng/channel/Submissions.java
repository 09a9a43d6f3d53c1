package cn.wenzheng.channel;

import cn.wenzheng.petition.Receipt;

/** The counter for forms whose sender waits for his number: he takes away at once what a chat would be told later. */
public interface Submissions {

    /**
     * Takes a form in, in a transaction of its own.
     *
     * @param item with a {@link Inbound.Form}; the same id with the same words is the same petition
     * @throws cn.wenzheng.organization.Refusal when it has the id of an earlier one and says something else
     */
    Receipt submit(Account account, Inbound item);
}
