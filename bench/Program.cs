using BenchmarkDotNet.Running;
using Gongkai.Bench.Law;
using Gongkai.Bench.Plans;
using Gongkai.Bench.Publishing;

// A name of a quick measure prints one figure in seconds; anything else goes to BenchmarkDotNet (--filter '*').
switch (args)
{
    case ["limits"]:
        QuickLimits.Run(Console.Out);
        break;
    case ["plans", .. var folder]:
        QuickPlans.Run(Console.Out, folder.FirstOrDefault());
        break;
    case ["publishing", .. var sizes]:
        await QuickPublishing.Run(Console.Out, sizes.Length > 0 ? [.. sizes.Select(size => int.Parse(size, System.Globalization.CultureInfo.InvariantCulture))] : [1_000, 200_000]);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(QuickLimits).Assembly).Run(args);
        break;
}
