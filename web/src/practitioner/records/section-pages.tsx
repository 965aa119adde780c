import { RecordsPage } from './records-page.tsx'

/** 学历证书信息, two lists (G39–G44). */
export const EducationPage = () => <RecordsPage section="education" />
/** 职称信息 (G45–G50). */
export const TitlePage = () => <RecordsPage section="title" />
/** 注册信息, shown only (G51). */
export const RegistrationPage = () => <RecordsPage section="registration" />
/** 技术工人证书信息 (G52). */
export const SkillPage = () => <RecordsPage section="skill" />
/** 现场管理岗位证书 (G53). */
export const PostPage = () => <RecordsPage section="post" />
/** 工作经历, without scans (G54–G56). */
export const ExperiencePage = () => <RecordsPage section="experience" />
/** 工程业绩, of two sources (G57–G60). */
export const PerformancePage = () => <RecordsPage section="performance" />
