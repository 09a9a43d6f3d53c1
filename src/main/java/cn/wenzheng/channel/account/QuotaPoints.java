package cn.wenzheng.channel.account;

import cn.wenzheng.channel.OpenPoints;
import cn.wenzheng.petition.Channel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The open points of the accounts themselves. */
@Component
class QuotaPoints implements OpenPoints {

    private final WeiboQuota weibo;
    private final AccountSettings accounts;

    QuotaPoints(WeiboQuota weibo, AccountSettings accounts) {
        this.weibo = weibo;
        this.accounts = accounts;
    }

    @Override
    public List<OpenPoint> openPoints() {
        String quota = "wenzheng.channels.weibo.quota.";
        Map<String, Object> limits = new TreeMap<>(Map.of(
                quota + "calls-per-day", weibo.callsPerDay(),
                quota + "reserve", weibo.reserve(),
                quota + "contract-calls-per-hour", weibo.contractCallsPerHour(),
                quota + "posts-per-hour", weibo.postsPerHour()));
        return List.of(
                new OpenPoint(Channel.WEIBO, "weibo-quota", limits),
                new OpenPoint(
                        Channel.WEIBO,
                        "weibo-token-life",
                        Map.of("wenzheng.channels.token-alarm", accounts.tokenAlarm())),
                new OpenPoint(null, "personal-data-law", Map.of()));
    }
}
