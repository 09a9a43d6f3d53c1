package cn.wenzheng.petition.delivery;

import cn.wenzheng.petition.Channel;
import java.time.Instant;

/**
 * An account by which citizens speak and answers go out needs an administrator; told inside the transaction in which that
 * was found.
 *
 * @param account its id
 * @param code its name within the channel
 * @param unit whose account it is
 */
public record AccountTroubled(
        long account, Channel channel, String code, String unit, AccountTrouble trouble, Instant at) {}
