package cn.wenzheng.access.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * What a person types to change his password.
 *
 * @param old the password he has now
 * @param chosen the one he wants
 * @param again the one he wants once more, against a slip
 */
record NewPassword(
        @Nullable String old,
        @JsonProperty("new") @BindParam("new") @Nullable String chosen,
        @Nullable String again) {}
