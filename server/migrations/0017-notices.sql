-- The processing notice by versions: given and acknowledged, never consented to (R12.5).
create table processing_notice (
  version int primary key check (version > 0),
  -- Of two versions in force the higher one speaks.
  in_force_from date not null,
  sections jsonb not null check (jsonb_typeof(sections) = 'array'),
  published_at timestamptz not null default clock_timestamp()
);

create table notice_acknowledgement (
  person_id uuid not null references person,
  version int not null references processing_notice,
  at timestamptz not null default clock_timestamp(),
  primary key (person_id, version)
);

-- Consent to an optional use, given or withdrawn, to the wording of that version; the newest event counts.
create table consent_event (
  person_id uuid not null references person,
  id uuid not null,
  use text not null,
  wording int not null,
  given boolean not null,
  at timestamptz not null default clock_timestamp(),
  primary key (person_id, id)
);
create index consent_newest on consent_event (person_id, use, at desc, id desc);

-- What a person is told: codes, counts and references, never values.
create table inbox_message (
  person_id uuid not null references person,
  id uuid not null,
  template text not null,
  facts jsonb not null default '{}',
  -- What the next step leads to; it may be deleted by then.
  record_id uuid,
  at timestamptz not null default clock_timestamp(),
  read_at timestamptz,
  primary key (person_id, id)
);
create index inbox_unread on inbox_message (person_id) where read_at is null;

-- That a person was told of an approaching end, once for each threshold and each end.
create table record_reminder (
  person_id uuid not null,
  record_id uuid not null,
  valid_to date not null,
  days int not null check (days > 0),
  at timestamptz not null default clock_timestamp(),
  primary key (person_id, record_id, valid_to, days),
  foreign key (person_id, record_id) references record (person_id, id)
);
create index record_ending on record (valid_to, person_id, id) where status = 'current' and valid_to is not null;

-- Of the card only its version stands here: when it ends is sealed.
create table card_reminder (
  person_id uuid not null,
  card_version int not null,
  days int not null check (days > 0),
  at timestamptz not null default clock_timestamp(),
  primary key (person_id, card_version, days),
  foreign key (person_id, card_version) references card_version (person_id, version)
);

grant select on processing_notice, notice_acknowledgement, consent_event, inbox_message, record_reminder,
  card_reminder to zhuji_app;
grant insert (version, in_force_from, sections) on processing_notice to zhuji_app;
grant insert (person_id, version) on notice_acknowledgement to zhuji_app;
grant insert (person_id, id, use, wording, given) on consent_event to zhuji_app;
grant insert (person_id, id, template, facts, record_id) on inbox_message to zhuji_app;
grant update (read_at) on inbox_message to zhuji_app;
grant insert (person_id, record_id, valid_to, days) on record_reminder to zhuji_app;
grant insert (person_id, card_version, days) on card_reminder to zhuji_app;

insert into processing_notice (version, in_force_from, sections) values (1, '2026-01-01', $notice$[
  {"key": "controller",
   "heading": {"zh": "谁处理您的信息", "en": "Who processes your data"},
   "paragraphs": [
     {"zh": "本市建设行政管理部门（以下称“主管部门”）及其设立或委托的市、区受理部门。各受理窗口的名称、地址、电话和受理时间公布在“受理窗口”页面。", "en": "The city’s construction authority and the city and district departments that it runs or commissions. Names, addresses, telephones and hours of their windows stand on the page “Service windows”."}],
   "items": []},
  {"key": "purpose",
   "heading": {"zh": "为什么处理", "en": "Why"},
   "paragraphs": [
     {"zh": "主管部门为履行法定职责，采集并核对建设工程企业从业人员的从业信息。这些信息用于：", "en": "To carry out its legal duties the authority registers and checks the professional data of people who work for construction enterprises. They serve to:"},
     {"zh": "这些处理以履行法定职责为依据，不需要您的同意；请您阅读后确认知悉。确认知悉不等于同意其他用途。", "en": "The ground for this is a legal duty, so it does not need your consent; we ask you to confirm that you have read this. Confirming is no consent to anything else."}],
   "items": [
     {"zh": "审查企业资质申请、进沪报送和承揽业务时，核实人员的学历、职称、资格、业绩等条件；", "en": "examine the education, titles, qualifications and projects of people in qualification applications, reports of out-of-town firms, and contracting;"},
     {"zh": "确认您本人的身份，防止他人冒用您的证书；", "en": "make sure that it is you, so that nobody else uses your certificates;"},
     {"zh": "把您自己填报的信息经原件核对后重复使用，免去重复提交。", "en": "use again what was once checked against its original, so that you need not hand it in twice."}]},
  {"key": "kinds",
   "heading": {"zh": "处理哪些信息", "en": "Which data"},
   "paragraphs": [],
   "items": [
     {"zh": "身份证件：姓名、性别、民族、出生日期、住址、证件号码、签发机关、有效期限、证件照片，由窗口刷证读取；", "en": "identity card: name, sex, ethnic group, birth date, address, number, issuing authority, validity, portrait, as read from the chip at a window;"},
     {"zh": "联系方式：您本人的手机号码；", "en": "contact: your own mobile number;"},
     {"zh": "您填报的从业信息：学历学位、职称、技术工人证书、现场管理岗位证书、工作经历、工程业绩，以及证书扫描件；", "en": "what you enter: education and degree, professional title, skilled-worker and site-management certificates, work experience, projects, and scans of the certificates;"},
     {"zh": "其他系统提供的信息：注册信息、任职企业、社会保险缴纳月份、合同业绩、诚信记录；", "en": "what other systems supply: registrations, employers, months of social security, contracted projects, credit records;"},
     {"zh": "签名信息：您手写签名的扫描件；", "en": "signature: the scan of your handwritten signature;"},
     {"zh": "操作记录：谁在何时、因何事项查看或更改过您的信息。", "en": "records of use: who looked at or changed your data, when, and for which matter."}]},
  {"key": "sensitive",
   "heading": {"zh": "其中的敏感个人信息", "en": "Sensitive data among them"},
   "paragraphs": [
     {"zh": "身份证件号码和照片、住址、民族、签名和社会保险信息属于敏感个人信息，或者按同样标准保护。采集它们是因为：没有证件信息无法确认是您本人，没有签名样本无法比对日后的签名，没有社会保险信息无法核实您是否在申报企业工作。", "en": "Number and portrait of the card, address, ethnic group, signature and social security are sensitive, or guarded as if they were. They are needed: without the card nobody can tell that it is you; without a reference later signatures cannot be compared; without social security nobody can tell whether you work for the applying enterprise."},
     {"zh": "这些信息一旦泄露，可能被用于冒名或诈骗。因此除姓名和证件种类外的证件信息、手机号码、扫描件和签名加密保存，工作人员的页面按规定遮掩，每次查看连同事由留下记录。民族信息仅按证件原样保存，不用于任何审查。", "en": "If they leaked, they could be used for fraud in your name. So the card but for its kind and your name, the mobile number, scans and signature are stored encrypted, screens of staff mask them by rule, and each look by staff leaves a record with its reason. The ethnic group is kept only as the card says it and is used for no decision."}],
   "items": []},
  {"key": "manner",
   "heading": {"zh": "怎样处理", "en": "How"},
   "paragraphs": [
     {"zh": "信息由窗口刷证、您本人填报和其他主管系统提供三种方式取得，保存在境内。窗口核对原件后提高数据等级；企业只有在办理事项需要时才能使用您的证书信息，签名样本不提供给企业。法律规定应当公开或者向其他机关提供的，按规定办理。", "en": "Data come from the card read at a window, from you, and from other official systems, and are stored in mainland China. A window raises a record’s level after checking the original; an enterprise uses your certificates only for a matter at hand and never gets your signature. What the law orders to be published or supplied to other authorities is treated accordingly."},
     {"zh": "系统会自动检查填报是否完整、扫描件是否符合格式要求，不符合的请您修改后再提交；是否通过原件核对由工作人员决定。对自动检查结果有疑问的，可以要求工作人员说明并复核。", "en": "The system checks by itself whether entries are complete and scans have the right form, and asks you to mend what is not; whether an original is accepted, people decide. You may ask for an explanation and for a person to look again."}],
   "items": []},
  {"key": "retention",
   "heading": {"zh": "保存多久", "en": "How long"},
   "paragraphs": [],
   "items": [
     {"zh": "证件信息和填报信息：保存至不再为上述目的所需；本系统不会自动删除，也没有按申请整体删除的功能，您可以自行删除的见“您的权利”，其余删除要求由主管部门依法处理；", "en": "card and entries: as long as the purposes above need them; the system deletes none of them by itself and has no act that deletes them all on request: what you can delete yourself stands under “Your rights”, any other wish is for the authority to treat by law;"},
     {"zh": "已被批准事项使用的记录：资质有效期内及其后十年，按档案规定保存；", "en": "records used in an approved matter: as long as the qualification lasts and ten years more, by the archive rules;"},
     {"zh": "短信验证码：失效后七天；短信内容：生成后七天；操作记录：不少于三年。", "en": "codes: seven days after they end; text messages: seven days after they were written; records of use: at least three years."}]},
  {"key": "rights",
   "heading": {"zh": "您的权利", "en": "Your rights"},
   "paragraphs": [
     {"zh": "查阅、复制、更正、异议、删除和撤回同意，您可以随时登录办理；取消核对和要求说明，请到受理窗口提出。不能满足的，会告诉您理由。", "en": "See, copy, correct, object, delete and withdraw whenever you are signed in; a window cancels checks and explains. Where a wish cannot be met you are told why."}],
   "items": [
     {"zh": "查阅、复制：各栏目查看全部信息，“导出我的信息”取得一份完整文件；", "en": "see and copy: every section shows your data, “Export my data” gives one complete file;"},
     {"zh": "知道谁看过：“谁查看过我的信息”列出部门、事由和时间；为核查投诉的查看，经两名工作人员决定可以推迟列出，最长一百八十天；", "en": "know who looked: “Who looked at my data” lists office, reason and time; a look for a complaint may, if two members of staff so decide, be listed later, by 180 days at most;"},
     {"zh": "更正、补充：未经核对的信息自行修改；已核对的，由原核验部门取消核对后修改；其他系统提供的，可以提出异议；", "en": "correct and complete: mend what is not checked yet; have a check cancelled by its department; object to what another system supplied;"},
     {"zh": "删除：可以删除您自己填报、未经核对且未被在办事项使用的记录，删除后不再显示和使用，更改历史按规定保留；已被批准事项使用的记录依法保留；", "en": "delete: records of your own that were not checked and that no open matter uses are, once deleted, no longer shown or used, their history is kept as the rules demand; those used in an approved matter are kept by law;"},
     {"zh": "撤回同意：可选用途随时可以关闭，关闭后立即停止，不影响其他服务；", "en": "withdraw: switch off an optional use at any time; it stops at once and changes nothing else;"},
     {"zh": "要求说明：可以要求解释处理规则，对处理结果不服的可以投诉、申请复议或提起诉讼。", "en": "ask why: have the rules explained, complain, ask for review, or go to court."}]},
  {"key": "optional",
   "heading": {"zh": "可选用途", "en": "Optional uses"},
   "paragraphs": [
     {"zh": "只有您主动开启，才会用于可选用途，例如证书到期前向您发送短信提醒。不开启不影响办理任何事项。", "en": "Only if you switch them on are your data used for optional purposes, such as a text message before a certificate ends. Leaving them off changes nothing else."}],
   "items": []},
  {"key": "contact",
   "heading": {"zh": "联系我们", "en": "Whom to ask"},
   "paragraphs": [
     {"zh": "就近到任一受理窗口，出示身份证件，由窗口人员受理您的咨询、更正、异议和投诉。窗口地址和电话见“受理窗口”页面。", "en": "Any service window, with your identity card: it takes questions, corrections, objections and complaints. Addresses and telephones stand on the page “Service windows”."},
     {"zh": "本告知内容变更时，会在您下次登录时再次告知。", "en": "When this notice changes you are shown it again at your next visit."}],
   "items": []}
]$notice$);
