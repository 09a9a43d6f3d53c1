package cn.wenzheng.notice;

import cn.wenzheng.petition.Channel;

/**
 * The account on a platform that a notice is about.
 *
 * @param code its name within the channel
 */
public record NoticeAccount(long id, Channel channel, String code) {}
