-- Fills an empty city with ${petitions} petitions: nine in ten are over, the others stand in all states, some are late.

INSERT INTO unit (code, name, level, parent)
SELECT 'U' || n, '第' || n || '办理单位', 1, (SELECT code FROM unit WHERE parent IS NULL) FROM generate_series(1, 120) AS n;

INSERT INTO category (code, name) SELECT 'T' || n, '第' || n || '类事项' FROM generate_series(1, 200) AS n;
INSERT INTO duty (leaf, unit) SELECT 'T' || n, 'U' || (1 + n % 120) FROM generate_series(1, 200) AS n;

CREATE TEMPORARY TABLE fragment AS SELECT
    string_to_array('金凤,兴庆,西夏,永宁,贺兰,灵武,望远,月牙湖', ',') AS districts,
    string_to_array('新华,学院,凤凰,民族,解放,北京,上海,长城,正源,宝湖,六盘山,清和,玉皇阁,丽景,友爱,亲水,万寿,贺兰山,通达,怀远', ',') AS streets,
    string_to_array('路灯不亮,井盖缺失,下水道堵塞,污水外溢,垃圾无人清运,夜间施工噪音,油烟扰民,占道经营,违法停车堵住消防通道,供暖温度不够,自来水发黄,电梯停运,物业乱收费,公交车不按时到站,绿化带杂草丛生,道路坑洼积水,红绿灯故障,广告牌松动,流浪狗伤人,共享单车乱停放,工资被拖欠,幼儿园收费不透明,医院挂号难,房产证迟迟办不下来,养老金没有按时发放,燃气报警器误报,路面塌陷,小区门禁损坏,充电桩无法使用,预付卡商家跑路', ',') AS matters,
    string_to_array('已经三天了,持续了半个月,上周就开始了,从去年冬天一直到现在,每天晚上十点以后最严重,下雨天尤其明显,多次向物业反映都没有结果,打过电话但是无人处理,附近居民都很着急,老人和孩子出行很不安全,昨天还有人因此摔伤,影响了整条街的生意,希望有关部门尽快派人到现场查看,请给一个明确的答复和处理时间,如果不能马上解决请说明原因,之前承诺过整改但是一直没有动静,我们整栋楼的住户都可以作证,照片和视频都有需要可以提供,周边学校的学生每天都要经过这里,最近几天气温很低家里实在没有办法住人,问题反反复复修好没几天又坏了,工作人员态度不好一直推来推去,希望能够从根本上解决而不是临时应付,感谢各位工作人员的辛苦付出', ',') AS sentences;

INSERT INTO petition (number, version, status, since, round, channel, account, digest, query_code, kind, category, urgency,
    hide_identity, may_be_public, backlog, received_at, promised_by, first_answered_at, lead_unit)
SELECT 'WZ-' || to_char(at, 'YYYYMMDD') || '-' || lpad(n::text, 6, '0'), 0,
    CASE WHEN n % 10 > 0 THEN CASE WHEN n % 30 = 1 THEN 'REFUSED' WHEN n % 100 = 7 THEN 'WITHDRAWN' ELSE 'CLOSED' END
         ELSE (ARRAY ['RECEIVED', 'ACCEPTED', 'ASSIGNED', 'ASSIGNED', 'HANDLED', 'REDO', 'REVIEWED'])[1 + n / 10 % 7] END,
    at, 1, (ARRAY ['PORTAL', 'PORTAL', 'WEIBO', 'WECHAT', 'IMPORT', 'OPERATOR', 'ALIPAY'])[1 + n % 7], '', '\x00', 'code',
    (ARRAY ['INQUIRY', 'HELP', 'COMPLAINT', 'SUGGESTION'])[1 + n % 4], 'T' || (1 + abs(hashint4(n)) % 200),
    CASE WHEN n % 50 = 0 THEN 'URGENT' ELSE 'NORMAL' END, n % 9 = 0, true, false, at, at + interval '4 hours',
    at + interval '3 hours', 'U' || (1 + abs(hashint4(n + 1)) % 120)
FROM generate_series(1, ${petitions}) AS n,
     LATERAL (SELECT timestamptz '2026-03-16 09:00+08' - (${petitions} - n) * interval '5 minutes' AS at) AS arrival;

INSERT INTO petition_content (petition, title, text, address, petitioner_name, petitioner_phone, redacted_title, redacted_text,
    redacted_address)
SELECT number, title, words || '我叫赵知秋。', address, '赵知秋', '139' || lpad((n % 90000)::text, 8, '0'), title,
    words || '我叫〔已隐去〕。', address
FROM (SELECT number, substr(number, 13)::int AS n FROM petition) AS numbered, fragment AS f,
    LATERAL (SELECT f.districts[1 + abs(hashint4(n * 3)) % 8] || '区' || f.streets[1 + abs(hashint4(n * 5)) % 20] || '路'
        || abs(hashint4(n * 7)) % 400 || '号' AS address, f.matters[1 + abs(hashint4(n * 11)) % 30] AS title) AS place,
    LATERAL (SELECT address || title || '，' || string_agg(f.sentences[1 + abs(hashint4(n * 13 + part)) % 24], '，') || '。' AS words
        FROM generate_series(1, 7 + n % 13) AS part) AS said;

INSERT INTO deadline (petition, stage, unit, round, started_at, budget, urge_at, remind_at, due_at, ended_at)
SELECT number, stage, lead_unit, 1, received_at, 'days 5/1', due, due, due,
    CASE WHEN status IN ('CLOSED', 'REFUSED', 'WITHDRAWN') OR stage = 'PROMISE' THEN received_at + interval '3 hours' END
FROM petition, LATERAL (VALUES ('PROMISE', promised_by), ('HANDLING',
    timestamptz '2026-03-16 09:00+08' + (abs(hashint4(substr(number, 13)::int)) % 20000 - 8000) * interval '1 minute')) AS limits (stage, limit_at),
    LATERAL (SELECT greatest(limit_at, received_at) AS due) AS later;

INSERT INTO assignment (petition, unit, duty, state, round, assigned_at)
SELECT number, lead_unit, 'LEAD', CASE WHEN status IN ('ASSIGNED', 'REDO') THEN 'IN_HAND' ELSE 'ANSWERED' END, 1, received_at
FROM petition WHERE status NOT IN ('RECEIVED', 'ACCEPTED', 'REFUSED');

ANALYZE;
