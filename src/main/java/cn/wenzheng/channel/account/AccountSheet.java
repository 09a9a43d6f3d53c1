package cn.wenzheng.channel.account;

import java.util.List;

/**
 * An account with what is told of its secrets.
 *
 * @param callback where the platform sends to; empty for a channel that nobody pushes to
 * @param fields what an account of its channel has
 */
record AccountSheet(KeptAccount account, List<KeptSecret> secrets, String callback, AccountFields fields) {

    /** The secrets of its channel that are not set. */
    public List<String> missing() {
        return fields.secrets().stream()
                .filter(name -> secrets.stream().noneMatch(kept -> kept.name().equals(name)))
                .toList();
    }
}
