using BenchmarkDotNet.Running;
using Gongkai.Bench.Law;

// A name of a quick measure prints one figure in seconds; anything else goes to BenchmarkDotNet (--filter '*').
switch (args)
{
    case ["limits"]:
        QuickLimits.Run(Console.Out);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
