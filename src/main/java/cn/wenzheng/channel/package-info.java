/**
 * Where citizens' words come in and answers go out: strangers' formats on one side, the petition desk on the other.
 *
 * <p>An adapter is one platform's {@link cn.wenzheng.channel.PushIntake}, {@link cn.wenzheng.channel.PullIntake},
 * {@link cn.wenzheng.channel.Delivery} and {@link cn.wenzheng.channel.SourceProbe}: it translates and touches neither database
 * nor engine. {@code account} keeps who we are on the platforms, {@code inbox} takes in what they bring, {@code outbox} sees to
 * what goes back.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"petition", "petition :: delivery", "organization", "access", "access :: table"})
package cn.wenzheng.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
