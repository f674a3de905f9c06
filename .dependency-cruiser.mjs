import { CRUISE_OPTIONS, dependencyRules } from './tools/dependency-rules.ts';

export default { forbidden: dependencyRules(), options: CRUISE_OPTIONS };
