package cn.wenzheng.channel.weibo;

import cn.wenzheng.channel.GeoPoint;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What Weibo's documents leave open, or tell in two ways; the city confirms each with the platform.
 *
 * @param mentionPushEnabled whether pushed mentions are taken; without them they come by polling only
 * @param timestampMaxAge how old a push may be: whoever has caught a signature can use it again for so long
 * @param dmWindow how long after his last word, scan or click a citizen may be written to
 * @param dmPerMention how many private messages one mention allows
 * @param crs in which coordinates Weibo tells a place
 * @param rip the operator's address, which Weibo wants with every comment
 * @param pictureHosts where pictures of posts are fetched from, with everything below these names
 */
@Validated
@ConfigurationProperties("wenzheng.channels.weibo")
record WeiboSettings(
        @DefaultValue("true") boolean mentionPushEnabled,
        @DefaultValue("10m") Duration timestampMaxAge,
        @DefaultValue("48h") Duration dmWindow,
        @DefaultValue("1") @Min(0) int dmPerMention,
        @DefaultValue("GCJ02") GeoPoint.Crs crs,
        @DefaultValue("127.0.0.1") @NotBlank String rip,
        @DefaultValue("sinaimg.cn") @NotEmpty Set<String> pictureHosts,
        @DefaultValue @Valid Count count,
        @DefaultValue @Valid Poll poll,
        @DefaultValue @Valid Hosts hosts) {

    /**
     * How Weibo counts a text.
     *
     * @param halfWidth how many half-width signs make one
     * @param emoji what one emoji counts
     * @param comment the most of a comment
     * @param privateMessage the most of a private message
     */
    record Count(
            @DefaultValue("2") @Min(1) @Max(2) int halfWidth,
            @DefaultValue("1") @Min(1) int emoji,
            @DefaultValue("140") @Min(20) int comment,
            @DefaultValue("299") @Min(20) int privateMessage) {}

    /**
     * How Weibo is asked for what it has not pushed.
     *
     * @param every how often each kind of mention is read with the public quota
     * @param everyByContract the same for an account with a contract
     * @param first how far back the first reading of an account goes
     * @param overlap how much before the newest item is read again, for what was under review
     * @param overlapEvery how often that is done
     * @param readBackPages the most pages of comments in which one of ours is looked for
     */
    record Poll(
            @DefaultValue("1h") Duration every,
            @DefaultValue("5m") Duration everyByContract,
            @DefaultValue("24h") Duration first,
            @DefaultValue("60m") Duration overlap,
            @DefaultValue("12h") Duration overlapEvery,
            @DefaultValue("10") @Min(1) int readBackPages) {}

    /** Where Weibo is reached; an account's own settings {@code hosts.…} go before. */
    record Hosts(
            @DefaultValue("https://api.weibo.com") @NotBlank String api,

            @DefaultValue("https://c.api.weibo.com") @NotBlank
            String contract,

            @DefaultValue("https://m.api.weibo.com") @NotBlank
            String message,

            @DefaultValue("https://upload.api.weibo.com") @NotBlank
            String upload) {}
}
