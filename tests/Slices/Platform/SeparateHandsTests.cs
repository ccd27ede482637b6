using FsCheck;
using FsCheck.Fluent;
using Gongkai.Platform.Rights;
using Xunit;

namespace Gongkai.Slices.Platform;

/// <summary>The one who submits does not review, the one who reviews does not sign: over every history that few people can make of it.</summary>
public class SeparateHandsTests
{
    /// <summary>An office of four, so that hands meet often; null is the system itself.</summary>
    private static readonly Guid?[] Office = [null, .. Enumerable.Range(1, 4).Select(n => (Guid?)new Guid(n, 0, 0, new byte[8]))];

    [Fact]
    public void No_history_lets_one_hand_do_both() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(5000), Prop.ForAll(Histories, IsKept(ByTheRule)));

    /// <summary>The planted breach: a rule that forgets the second reviewer is found out among all histories of four steps, whatever chance does.</summary>
    [Fact]
    public void Finds_a_rule_that_looks_at_the_first_reviewer_only()
    {
        var isKept = IsKept((person, soFar) => ByTheRule(person, soFar with { Reviewed = [.. soFar.Reviewed.Take(1)] }));
        Assert.Contains(FourSteps, history => !isKept(history));
        Assert.DoesNotContain(FourSteps, history => !IsKept(ByTheRule)(history));
    }

    [Fact]
    public void The_system_signs_nothing_that_nobody_has_reviewed() =>
        Assert.Equal(["platform.not-reviewed"], SeparateHands.AgainstSigning(null, HandsSoFar.SubmittedBy(Office[1])).Select(reason => reason.Code));

    [Fact]
    public void Three_people_are_enough_and_needed_for_a_review_and_a_signature_by_strangers()
    {
        var soFar = HandsSoFar.SubmittedBy(Office[1]);
        Assert.Equal(["platform.submitted-by-self"], SeparateHands.AgainstReviewing(Office[1], soFar).Select(reason => reason.Code));
        Assert.Empty(SeparateHands.AgainstReviewing(Office[2], soFar));

        soFar = soFar with { Reviewed = [Office[2]!.Value] };
        Assert.Equal(["platform.reviewed-by-self"], SeparateHands.AgainstSigning(Office[2], soFar).Select(reason => reason.Code));
        Assert.Empty(SeparateHands.AgainstSigning(Office[3], soFar));
    }

    /// <summary>Nothing that decides can be handed in but who did what: no flag, no options, no service.</summary>
    [Fact]
    public void Has_no_parameter_that_could_switch_it_off() => Assert.All(
        typeof(SeparateHands).GetMethods().Where(method => method.DeclaringType == typeof(SeparateHands)),
        method => Assert.Equal([typeof(Guid?), typeof(HandsSoFar)], method.GetParameters().Select(parameter => parameter.ParameterType)));

    private static IEnumerable<Refusal> ByTheRule(Guid? person, HandsSoFar soFar) => SeparateHands.AgainstSigning(person, soFar);

    private static IEnumerable<int[]> FourSteps
    {
        get
        {
            var steps = Enumerable.Range(0, Office.Length * 4).ToList();
            return from one in steps from two in steps from three in steps from four in steps select (int[])[one, two, three, four];
        }
    }

    private static Arbitrary<int[]> Histories => ArbMap.Default.ArbFor<int[]>();

    /// <summary>Each number is somebody trying a step: submit, review, sign. What is not refused happens; in the end no hand has done two that exclude each other.</summary>
    private static Func<int[], bool> IsKept(Func<Guid?, HandsSoFar, IEnumerable<Refusal>> againstSigning) => tries =>
    {
        var soFar = new HandsSoFar([], []);
        foreach (var attempt in tries.Select(Math.Abs))
        {
            var person = Office[attempt % Office.Length];
            switch (attempt / Office.Length % 4)
            {
                case 0 when soFar.Reviewed.Count == 0 && person is { } submitter:
                    soFar = soFar with { Submitted = [.. soFar.Submitted, submitter] };
                    break;
                case 1 or 2 when person is { } reviewer && !SeparateHands.AgainstReviewing(person, soFar).Any():
                    soFar = soFar with { Reviewed = [.. soFar.Reviewed, reviewer] };
                    break;
                case 3 when !againstSigning(person, soFar).Any():
                    return soFar.Reviewed.Any(hand => !soFar.Submitted.Contains(hand)) && (person is not { } signer || !soFar.Reviewed.Contains(signer)) && !soFar.Submitted.Intersect(soFar.Reviewed).Any();
            }
        }
        return true;
    };
}
