using BenchmarkDotNet.Running;
using Gongkai.Bench.Law;
using Gongkai.Bench.Plans;

// A name of a quick measure prints one figure in seconds; anything else goes to BenchmarkDotNet (--filter '*').
switch (args)
{
    case ["limits"]:
        QuickLimits.Run(Console.Out);
        break;
    case ["plans", .. var folder]:
        QuickPlans.Run(Console.Out, folder.FirstOrDefault());
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
