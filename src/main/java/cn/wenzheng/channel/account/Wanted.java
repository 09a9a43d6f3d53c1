package cn.wenzheng.channel.account;

import java.util.Map;

/**
 * What an administrator wants an account to be; its channel and code stay as they were made.
 *
 * @param settings what is no secret, by the names of the channel
 */
record Wanted(String unit, String name, String address, Map<String, String> settings) {}
