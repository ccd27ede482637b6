using Gongkai.Publishing.Acts;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Documents;

namespace Gongkai.Publishing;

/// <summary>The acts that can be done from the page of a document.</summary>
internal sealed class DocumentActs(
    SubmitDraft submit, TakeBackDraft takeBack, DiscardEdition discard, ReviewContent reviewContent, ReviewSecrecy reviewSecrecy, SignEdition sign,
    PublishEdition publish, ScheduleEdition schedule, CallOffSchedule callOff, PublishInEmergency emergency, ReviewAfterwards afterwards,
    BeginEdition revise, WithdrawDocument withdraw, MergeDocument merge, ReassessDocument reassess, KeepFinding keep, MaskFinding mask)
{
    public SubmitDraft Submit => submit;

    public TakeBackDraft TakeBack => takeBack;

    public DiscardEdition Discard => discard;

    public PublishEdition Publish => publish;

    public ScheduleEdition Schedule => schedule;

    public CallOffSchedule CallOff => callOff;

    public PublishInEmergency Emergency => emergency;

    public ReviewAfterwards Afterwards => afterwards;

    public BeginEdition Revise => revise;

    public WithdrawDocument Withdraw => withdraw;

    public MergeDocument Merge => merge;

    public ReassessDocument Reassess => reassess;

    public KeepFinding Keep => keep;

    public MaskFinding Mask => mask;

    /// <summary>Judges, by the act that the kind of review names.</summary>
    public Task<Outcome> Judge(ReviewKind kind, DocumentId id, Judgement judgement, string? seen, CancellationToken stop) => kind switch
    {
        ReviewKind.Content => reviewContent.Run(id, judgement, seen, stop),
        ReviewKind.Secrecy => reviewSecrecy.Run(id, judgement, seen, stop),
        ReviewKind.Signature => sign.Run(id, judgement, seen, stop),
        _ => Task.FromResult(Outcome.Refused("publishing.not-asked-for")),
    };
}
