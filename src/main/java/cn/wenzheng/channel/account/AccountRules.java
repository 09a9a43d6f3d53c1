package cn.wenzheng.channel.account;

import cn.wenzheng.organization.Limits;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.Channel;
import java.security.SecureRandom;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an account and its secrets have to look like; what a platform issues is checked as far as its form is known. */
@Component
class AccountRules {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 500;
    private static final int LONGEST_VALUE = 1000;
    private static final int LONGEST_SECRET = 5000;
    private static final int CODE_LENGTH = 20;
    private static final String SIGNS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{2,59}");

    private static final Map<String, Pattern> VALUES = Map.of(
            "quota", Pattern.compile("public|contract"),
            "push-form", Pattern.compile("json|xml"),
            "mode", Pattern.compile("aes|plain"),
            "tls", Pattern.compile("true|false"),
            "imap-port", Pattern.compile("[1-9][0-9]{0,4}"),
            "smtp-port", Pattern.compile("[1-9][0-9]{0,4}"),
            "url", Pattern.compile("https?://[^\\s]+"),
            "gateway", Pattern.compile("https?://[^\\s]+"),
            "host", Pattern.compile("https?://[^\\s]+"));

    private static final Map<String, Pattern> SECRETS = Map.of(
            "aes-key",
            Pattern.compile("[A-Za-z0-9+/]{43}"),
            "secret",
            Pattern.compile("whsec_[A-Za-z0-9+/]{32,88}={0,2}"),
            AccountFields.SHOWN_SECRET,
            Pattern.compile("[A-Za-z0-9+/\\s]{100,}={0,2}\\s*"));

    private final OrganizationDesk organization;
    private final SecureRandom random = new SecureRandom();

    AccountRules(OrganizationDesk organization) {
        this.organization = organization;
    }

    Channel channel(@Nullable Channel channel) {
        Channel wanted = Limits.required("channel", channel);
        if (!AccountFields.has(wanted)) {
            throw Refusal.invalid("channel", "channel-without-accounts");
        }
        return wanted;
    }

    /** The last part of the callback's address; left out, it is one that nobody can guess. */
    String code(@Nullable String code) {
        if (code == null || code.isBlank()) {
            StringBuilder made = new StringBuilder();
            random.ints(CODE_LENGTH, 0, SIGNS.length()).forEach(sign -> made.append(SIGNS.charAt(sign)));
            return made.toString();
        }
        return givenCode(code);
    }

    /** A code that has to be there: in a table it tells one account from another. */
    String givenCode(@Nullable String code) {
        String given = Limits.required("code", code, LONGEST_NAME);
        if (!CODE.matcher(given).matches()) {
            throw Refusal.invalid("code", "account-code-malformed");
        }
        return given;
    }

    Wanted wanted(
            Channel channel,
            @Nullable String unit,
            @Nullable String name,
            @Nullable String address,
            @Nullable Map<String, @Nullable String> settings) {
        return new Wanted(
                unit(unit),
                Limits.required("name", name, LONGEST_NAME),
                Limits.required("address", address, LONGEST_ADDRESS),
                settings(channel, settings == null ? Map.of() : settings));
    }

    private String unit(@Nullable String unit) {
        String code = Limits.required("unit", unit, LONGEST_NAME);
        if (organization.unit(code).isEmpty()) {
            throw Refusal.invalid("unit", "account-unit-unknown", code);
        }
        return code;
    }

    private static Map<String, String> settings(Channel channel, Map<String, @Nullable String> given) {
        Map<String, String> settings = new TreeMap<>();
        given.forEach((name, text) -> {
            if (!AccountFields.of(channel).changeable().contains(name)) {
                throw Refusal.invalid("settings", "account-setting-unknown", name);
            }
            String value = Limits.optional(name, text, LONGEST_VALUE);
            if (value != null && !value.matches(patternOf(name))) {
                throw Refusal.invalid(name, "account-setting-malformed");
            }
            if (value != null) {
                settings.put(name, value);
            }
        });
        return settings;
    }

    private static String patternOf(String name) {
        return VALUES.containsKey(name) ? VALUES.get(name).pattern() : "(?s).*";
    }

    String secretName(Channel channel, @Nullable String name) {
        String wanted = Limits.required("name", name, LONGEST_NAME);
        if (!AccountFields.of(channel).secrets().contains(wanted)) {
            throw Refusal.invalid("name", "account-secret-unknown", wanted);
        }
        return wanted;
    }

    String secret(String name, @Nullable String value) {
        String secret = Limits.required("value", value, LONGEST_SECRET);
        Pattern form = SECRETS.get(name);
        if (form != null && !form.matcher(secret).matches()) {
            throw Refusal.invalid("value", "account-secret-malformed");
        }
        return secret;
    }
}
