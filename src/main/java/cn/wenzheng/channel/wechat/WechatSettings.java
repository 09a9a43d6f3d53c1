package cn.wenzheng.channel.wechat;

import cn.wenzheng.channel.GeoPoint;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What WeChat has not said and the city may have to correct.
 *
 * @param textMaxBytes the most bytes of a customer-service message, in UTF-8
 * @param crs the coordinate system of the places that citizens send
 * @param timestampMaxAge how old a push may be whose signature does not cover its body (plain mode)
 */
@Validated
@ConfigurationProperties("wenzheng.channels.wechat")
record WechatSettings(
        @Min(100) @Max(100_000) @DefaultValue("2048") int textMaxBytes,
        @DefaultValue("GCJ02") GeoPoint.Crs crs,
        @DefaultValue("10m") Duration timestampMaxAge) {}
