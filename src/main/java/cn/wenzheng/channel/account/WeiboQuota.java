package cn.wenzheng.channel.account;

import cn.wenzheng.channel.Accounts;
import cn.wenzheng.channel.Accounts.Quota;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What Weibo lets one account call; source: its rules on call frequency, to be confirmed with the platform.
 *
 * @param callsPerDay calls of an account of the public class a day
 * @param reserve how many of them reading may not use, so that answers can still go out
 * @param contractCallsPerHour calls of an account under contract an hour
 * @param postsPerHour posts and comments of one account an hour
 */
@ConfigurationProperties("wenzheng.channels.weibo.quota")
record WeiboQuota(
        @DefaultValue("100") int callsPerDay,
        @DefaultValue("40") int reserve,
        @DefaultValue("50000") int contractCallsPerHour,
        @DefaultValue("30") int postsPerHour) {

    private static final String CONTRACT = "contract";

    /** @param quotaClass the account's setting {@code quota} */
    List<Quota> of(String quotaClass) {
        Quota calls = CONTRACT.equals(quotaClass)
                ? new Quota(Accounts.CALLS, contractCallsPerHour, Duration.ofHours(1), 0)
                : new Quota(Accounts.CALLS, callsPerDay, Duration.ofDays(1), reserve);
        return List.of(calls, new Quota(Accounts.POSTS, postsPerHour, Duration.ofHours(1), 0));
    }
}
