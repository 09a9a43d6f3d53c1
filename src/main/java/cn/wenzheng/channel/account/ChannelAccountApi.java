package cn.wenzheng.channel.account;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.Listing;
import cn.wenzheng.access.Window;
import cn.wenzheng.petition.Channel;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The accounts on the channels over HTTP; no answer holds a secret. */
@RestController
@RequestMapping("/api/admin/channels")
@Tag(name = "channel-accounts", description = "渠道账号 · Accounts on the channels")
class ChannelAccountApi {

    private final ChannelAccountDesk desk;
    private final SecretDesk secrets;
    private final CurrentActor current;

    ChannelAccountApi(ChannelAccountDesk desk, SecretDesk secrets, CurrentActor current) {
        this.desk = desk;
        this.secrets = secrets;
        this.current = current;
    }

    /** @param code the last part of the callback's address; left out, one is made that nobody can guess */
    record NewAccount(
            @Nullable Channel channel,
            @Nullable String code,
            @Nullable String unit,
            @Nullable String name,
            @Nullable String address,
            @Nullable Map<String, @Nullable String> settings) {}

    /** @param settings all of them; left out they stay as they are */
    record ChangedAccount(
            @Nullable String unit,
            @Nullable String name,
            @Nullable String address,
            @Nullable Map<String, @Nullable String> settings) {}

    /**
     * A new secret.
     *
     * @param expiresAt when the platform will not accept it any more
     * @param endEarlier true to end the earlier one now instead of after the overlap
     */
    record NewSecret(
            @Nullable String name,
            @Nullable String value,
            @Nullable Instant expiresAt,
            @Nullable Boolean endEarlier) {}

    record Switch(@Nullable Boolean enabled) {}

    record ChannelSwitch(
            @Nullable Channel channel, @Nullable Boolean enabled) {}

    /** @param id the new account's */
    record Made(long id) {}

    @GetMapping
    @Operation(summary = "渠道账号，可按渠道、单位、状态筛选 · Accounts by channel, unit and state")
    Listing<KeptAccount> accounts(
            @RequestParam(required = false) @Nullable Channel channel,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable AccountState state,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size) {
        return desk.page(new AccountFilter(channel, unit, state, q, page), Window.of(page, size), current.get());
    }

    @GetMapping("/{id}")
    @Operation(summary = "一个账号，密钥只说有没有 · An account; of secrets only that they are there")
    AccountSheet account(@PathVariable String id) {
        return desk.sheet(idOf(id), current.get());
    }

    @PostMapping
    @Operation(summary = "新增账号 · Add an account")
    @ResponseStatus(HttpStatus.CREATED)
    Made add(@RequestBody NewAccount account) {
        return new Made(desk.add(
                account.channel(),
                account.code(),
                account.unit(),
                account.name(),
                account.address(),
                account.settings(),
                current.get()));
    }

    @PostMapping("/{id}")
    @Operation(summary = "改动账号 · Change an account")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@PathVariable String id, @RequestBody ChangedAccount account) {
        desk.change(idOf(id), account.unit(), account.name(), account.address(), account.settings(), current.get());
    }

    @PostMapping("/{id}/secrets")
    @Operation(summary = "设置或更换密钥、重新授权 · Set or rotate a secret, authorise anew")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setSecret(@PathVariable String id, @RequestBody NewSecret secret) {
        secrets.setSecret(
                idOf(id),
                secret.name(),
                secret.value(),
                secret.expiresAt(),
                Boolean.TRUE.equals(secret.endEarlier()),
                current.get());
    }

    @PostMapping("/{id}/key-pair")
    @Operation(summary = "更换支付宝应用密钥对 · Renew the key pair of an Alipay account")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void renewKeyPair(@PathVariable String id) {
        secrets.renewKeyPair(idOf(id), current.get());
    }

    @PostMapping("/{id}/switch")
    @Operation(summary = "停用或启用账号 · Switch an account off or on")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void switchAccount(@PathVariable String id, @RequestBody Switch switched) {
        desk.switchAccount(idOf(id), switched.enabled(), current.get());
    }

    @GetMapping("/switches")
    @Operation(summary = "已停用的渠道 · Channels that are switched off")
    List<Channel> off() {
        return desk.off(current.get()).stream().sorted().toList();
    }

    @PostMapping("/switches")
    @Operation(summary = "停用或启用整个渠道 · Switch a whole channel off or on")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void switchChannel(@RequestBody ChannelSwitch switched) {
        desk.switchChannel(switched.channel(), switched.enabled(), current.get());
    }

    /** What is no number is no account: there is none with a number below 1. */
    static long idOf(String id) {
        return id.matches("[1-9][0-9]{0,17}") ? Long.parseLong(id) : 0;
    }
}
