// The engine's only door (configuration/ is a second one, for the contracts alone). Exports are named one by one.
export { engineVersion } from './engine-version.ts'

export type { LocalizedText } from './configuration/codes.ts'
export type {
  Comparand,
  Comparison,
  Condition,
  Expression,
  Field,
  Formula,
  Scalar,
} from './configuration/conditions.ts'
export { isComparison, isCondition, isField, isScalar } from './configuration/condition-kinds.ts'
export { conditionSchema, formulaSchema } from './configuration/conditions.ts'
export type { Configuration, ConfigurationInput } from './configuration/configuration.ts'
export { configurationSchema, configurationVersion } from './configuration/configuration.ts'
export type { ConfigurationProblem, ProblemCode } from './configuration/configuration-problem.ts'
export { validateConfiguration } from './configuration/validate-configuration.ts'
export type { CriterionKind, CycleCriterion } from './configuration/criteria.ts'
export { emptyConfiguration } from './configuration/empty-configuration.ts'
export type { FollowUp } from './configuration/follow-up.ts'
export type { LimitMode, Limits } from './configuration/limits.ts'
export type {
  Axis,
  AxisSource,
  Classification,
  MissingPolicy,
  Normalisation,
  Rule,
  Segment,
  Segmentation,
} from './configuration/segmentation.ts'
export { unqualifiedSegment } from './configuration/unqualified-segment.ts'
export type { Constraints, Fit, Grid, GridRow } from './configuration/strategy.ts'

export type { ConditionScope } from './configuration/validate-condition.ts'
export { checkCondition, checkFormula } from './expressions/check-expression.ts'
export type { Expected, ExpressionError, SyntaxCode } from './expressions/expression-error.ts'
export { parseCondition, parseExpression, parseFormula } from './expressions/parse-expression.ts'
export { printExpression } from './expressions/print-expression.ts'

export type { AttributeName, Dataset } from './columns/dataset.ts'
export { attributeNames, excludedSegment } from './columns/dataset.ts'
export type { DatasetInput } from './columns/create-dataset.ts'
export { createDataset } from './columns/create-dataset.ts'
export { decodeDataset, encodeDataset } from './columns/dataset-binary.ts'
export { rowOfHcp } from './columns/dataset-rows.ts'
export { datasetOfSegmentation } from './columns/product-view.ts'

export type { AxisDistribution, ConcentrationPoint, HistogramBin } from './axes/distribution.ts'
export { classCount, classOf, cutOffs } from './classify/cut-offs.ts'

export type {
  AxisResult,
  GroupResult,
  RuleResult,
  SegmentationResult,
  Tally,
} from './segmentation/segmentation-result.ts'
export { excludedIndex, outsideIndex } from './segmentation/segmentation-result.ts'
export type { SegmentationCache } from './segmentation/segmentation-cache.ts'
export { createSegmentationCache } from './segmentation/segmentation-cache.ts'
export { segment } from './segmentation/segment.ts'
export type { DistributionRequest } from './segmentation/axis-distribution.ts'
export { axisDistribution } from './segmentation/axis-distribution.ts'
export { encodeSegmentation } from './segmentation/encode-segmentation.ts'
export type { PresetOptions, PresetRole } from './presets/matrix-preset.ts'
export { matrixPreset, presetRoles } from './presets/matrix-preset.ts'
export type { PresetName } from './presets/preset-cells.ts'
export { presetNames } from './presets/preset-cells.ts'
export type { Partition, SegmentationDifference } from './segmentation/difference.ts'
export { difference, partitionOf, previousPartition, transitionShares } from './segmentation/difference.ts'
export type { ConfigurationDifference } from './segmentation/configuration-difference.ts'
export { configurationDifference } from './segmentation/configuration-difference.ts'
export type { SectorContacts } from './segmentation/segment-contacts.ts'
export { contactsBySegment, sectorContacts } from './segmentation/segment-contacts.ts'

export type {
  AnswerUsed,
  AxisExplanation,
  CellExplanation,
  Explanation,
  SmallestChange,
  TermExplanation,
} from './explain/explanation.ts'
export { explain } from './explain/explain.ts'

export type {
  AssignmentKind,
  CapacityCalendar,
  CapacityRep,
  RepAbsence,
  RepAssignment,
  RepWorkingTime,
  SectorCapacity,
} from './capacity/capacity-types.ts'
export { goneBy, sectorCapacity } from './capacity/sector-capacity.ts'
export { fullTimeHalfDays, workingDays } from './capacity/working-days.ts'
export type { WorkloadGroup } from './capacity/workload.ts'
export { workload } from './capacity/workload.ts'

export type {
  Allocation,
  AllocationChannel,
  AllocationHcps,
  AllocationInput,
  AllocationLines,
  AllocationSector,
  AllocationTotals,
  ChannelTotal,
  Feasibility,
  FeasibilityRow,
  SectorTotal,
  SegmentTotal,
  TargetGoal,
} from './allocate/allocation-types.ts'
export { allocate, removedLines, targetGoalReader } from './allocate/allocate.ts'
export type { AllocationGround } from './allocate/allocation-binary.ts'
export { decodeAllocation, encodeAllocation } from './allocate/allocation-binary.ts'
export type { ConstraintCause } from './allocate/constraint-causes.ts'
export { causeOf, constraintCauses } from './allocate/constraint-causes.ts'
export type { Presentations } from './allocate/grid-lines.ts'
export { rowContacts, rowPresentations } from './allocate/grid-lines.ts'
export { shareInBps } from './allocate/shares.ts'
export type { FittedCurve, ResponsePoint } from './allocate/fit-response.ts'
export { fitResponse } from './allocate/fit-response.ts'
export type { EffortCurve, OptimalEffort } from './allocate/optimise.ts'
export { effortValue, optimiseEffort } from './allocate/optimise.ts'
export type { ResponseCurve } from './allocate/response.ts'
export { response } from './allocate/response.ts'

export type {
  ChangeAnswer,
  ChangeKind,
  HcpChange,
  HcpConstraint,
  LimitBreach,
  LineDecision,
  LineOrigin,
  LinePresentation,
  PlanAllowance,
  PlanChange,
  PlanChannel,
  PlanCheck,
  PlanContext,
  PlanLimit,
  PlanLine,
  PlanState,
  PlanSynthesis,
  PlanTotals,
  ReviewItem,
  ReviewList,
  SectorPlan,
} from './plan/plan-types.ts'
export { answerChange, answerChanges, applyAnswer } from './plan/answer-change.ts'
export { approvedLines, theoryApprovedLines } from './plan/approve-plan.ts'
export type { CanonicalPlan, SealHeader } from './plan/canonical-plan.ts'
export { canonicalPlanContent } from './plan/canonical-plan.ts'
export { originOf } from './plan/change-lines.ts'
export type { ChangeDecision } from './plan/decide-changes.ts'
export { decideChanges } from './plan/decide-changes.ts'
export { followedPresentations } from './plan/follow-presentations.ts'
export { maximumChanges, planAllowance } from './plan/plan-allowance.ts'
export { approvalChecks, submitChecks } from './plan/plan-checks.ts'
export type { PlanHcp } from './plan/plan-hcps.ts'
export { changeKind, committedContacts, planHcps } from './plan/plan-hcps.ts'
export { planSynthesis } from './plan/plan-synthesis.ts'
export { reviewList } from './plan/review-list.ts'

export type { ActivityFigures, SectorActivity } from './follow/activity.ts'
export { activityFigures } from './follow/activity.ts'
export type {
  AlertCase,
  AlertCloseCause,
  AlertDecision,
  AlertLevel,
  AlertReading,
  AlertSettings,
} from './follow/alert.ts'
export { alertReading } from './follow/alert-reading.ts'
export { alertLevel, decideAlert, decideSectorAlerts, lateFirst } from './follow/alert.ts'
export { creditedContacts, elapsedShare } from './follow/credit.ts'
export type { EveningChance, LineState, LoggedCall } from './follow/evening-chance.ts'
export { loggedCallChance, openEveningChance } from './follow/evening-chance.ts'
export type { ExtraContact } from './follow/extra-contacts.ts'
export type { FigureSettings, FollowFigures, ReadingFigures } from './follow/figures.ts'
export { followFigures } from './follow/figures.ts'
export type { CalibrationBin, JudgedForecast, Judgement } from './follow/judge.ts'
export { judgeForecasts } from './follow/judge.ts'
export type { FollowLines, FollowSectors, Grouping } from './follow/lines.ts'
export { crossGrouping, groupingBySector, takeLines, wholeGrouping } from './follow/lines.ts'
export type { Presentations as FollowPresentations, ProductFigures } from './follow/products.ts'
export { presentationLines, productFigures } from './follow/products.ts'
export type { StatusName } from './follow/status.ts'
export {
  groupStatus,
  sectorStatus,
  statusMissing,
  statusName,
  statusOnTrack,
  statusOver,
  statusUnder,
} from './follow/status.ts'
export type { Reduction, WayOut, WayOutBatch, WayOutInput } from './follow/way-out.ts'
export { wayOut } from './follow/way-out.ts'

export type { Chance } from './forecast/chance.ts'
export type { ExposedLines } from './forecast/exposed-lines.ts'
export { exposedLaws, exposedPrior } from './forecast/exposed-lines.ts'
export type { ForecastLines, ForecastSectors, ForecastSettings, LineLaws } from './forecast/line-laws.ts'
export { lineLaws } from './forecast/line-laws.ts'
export type { PerimeterChances } from './forecast/perimeter.ts'
export { forecastPerimeters } from './forecast/perimeter.ts'
export type {
  PlanChance,
  PlanChange as PlanChanceChange,
  PlanContext as PlanChanceContext,
  PlanLines as PlanChanceLines,
  PlanStep,
} from './forecast/plan-chance.ts'
export { openPlanChance, planChance, planContext, whatIfs } from './forecast/plan-chance.ts'
export type { Prior } from './forecast/prior.ts'
export { defaultPrior, fitPrior } from './forecast/prior.ts'

export type { Lead, LeadModel, LeadOutcome, PastLead } from './score/lead-scoring.ts'
export { leadModel, leadScore } from './score/lead-scoring.ts'
export { lifetimeValue } from './score/lifetime-value.ts'
export type { RfmCutPoints, RfmRange, RfmScores, RfmSegment } from './score/rfm.ts'
export { rfmCode, rfmCutPoints, rfmScores, rfmSegment, rfmWeighted } from './score/rfm.ts'
export type { AppetencePart } from './score/customer-scores.ts'
export { appetenceScore, customerValue, responseIndex } from './score/customer-scores.ts'
export type { PotentialGroup, PotentialReading } from './score/high-potential.ts'
export { highPotential } from './score/high-potential.ts'
export type { OfferCustomerMatrix, OfferResults } from './score/offer-customer-matrix.ts'
export { offerCustomerMatrix } from './score/offer-customer-matrix.ts'

export type { FunnelCounts, FunnelMoves, FunnelStage, StageEntries } from './indicators/funnel.ts'
export { funnelCounts, funnelMoves, funnelOf, funnelStages } from './indicators/funnel.ts'
export type { ProspectingRates, ProspectingResults } from './indicators/rates.ts'
export { margins, productivity, prospectingRates, rate } from './indicators/rates.ts'
export type { HcpSales, TurnoverMonths, TurnoverReading } from './indicators/turnover.ts'
export { shareBrickSales, turnoverReadings } from './indicators/turnover.ts'
