import type { Bilingual } from './entry';

/** The folders of `data/entries`, in the order the popup offers them. */
export const TOPICS = {
  foundations: { zh: '基础概念', en: 'Foundations' },
  'machine-learning': { zh: '机器学习', en: 'Machine learning' },
  architectures: { zh: '网络架构', en: 'Architectures' },
  training: { zh: '训练与微调', en: 'Training and tuning' },
  'reinforcement-learning': { zh: '强化学习与对齐', en: 'Reinforcement learning and alignment' },
  language: { zh: '语言处理', en: 'Language' },
  'vision-and-media': { zh: '视觉、语音与生成', en: 'Vision, speech and media' },
  'prompts-and-agents': { zh: '提示、检索与智能体', en: 'Prompts, retrieval and agents' },
  inference: { zh: '推理与部署', en: 'Inference and serving' },
  hardware: { zh: '算力与硬件', en: 'Compute and hardware' },
  software: { zh: '框架与工具', en: 'Frameworks and tools' },
  data: { zh: '数据与数据集', en: 'Data and datasets' },
  evaluation: { zh: '评测', en: 'Evaluation' },
  safety: { zh: '安全与治理', en: 'Safety and governance' },
  models: { zh: '模型', en: 'Models' },
  products: { zh: '产品与服务', en: 'Products and services' },
  organisations: { zh: '机构', en: 'Organizations' },
  people: { zh: '人物', en: 'People' },
  industry: { zh: '产业与商业', en: 'Industry and business' },
} satisfies Record<string, Bilingual>;

export type Topic = keyof typeof TOPICS;
